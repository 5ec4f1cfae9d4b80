/** Whether a relative name, `/` between folders, stays inside the folder that it is relative to, on any system. */
export function staysInside(name: string): boolean {
  return (
    !/^[A-Za-z]:|[\\\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
