import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

// Loaded before the program: whatever would open a connection, or wait for one, ends it.
const forbid = (what) => () => {
  process.stderr.write(`a connection was tried: ${what}\n`);
  process.exit(99);
};
net.Socket.prototype.connect = forbid('connect');
net.Server.prototype.listen = forbid('listen');
net.connect = net.createConnection = forbid('net.connect');
tls.connect = forbid('tls.connect');
dgram.createSocket = forbid('dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = forbid(`dns.${name}`);
  dns.promises[name] = forbid(`dns.promises.${name}`);
}
globalThis.fetch = forbid('fetch');
globalThis.WebSocket = forbid('WebSocket');
syncBuiltinESMExports();
