import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOnce, timetableAgain } from './published-module.js';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { edit, namesIn, textOf } from './workspace.js';

const publishedModule = planOnce();

describe('the list of people to tell', () => {
  it('lists whom to tell by e-mail, pupils one by one, in a sentence for each of their changes', async () => {
    const { module, out } = await publishedModule();
    const heard = parseTable((await timetableAgain(module, out)).stdout).find(({ witness }) => witness === 'T01');
    if (heard === undefined) throw new Error('nobody hears T01');
    const { group, session } = heard;
    await edit(join(module, 'availability.csv'), (poll) => {
      const [header, ...lines] = poll.split('\r\n');
      const column = header.split(';').indexOf(session);
      const without = (line: string) => line.split(';').map((cell, index) => (index === column ? '' : cell));
      return [header, ...lines.map((line) => (line.startsWith('Kerdoncuff') ? without(line).join(';') : line))].join(
        '\r\n',
      );
    });
    const { code, stdout, stderr } = await timetableAgain(module, out, '--by', 'changes', '--csv', 'excel');
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\uFEFFkind,id,title,family_name,given_name,email,group,group_before,message\r\npupil,/);
    const people = parseTable(stdout);
    const members = parseTable(await textOf(out, 'groups.csv')).filter(({ groupe }) => groupe === group);
    const pupils = people.filter((person) => person['group'] === group);
    expect(pupils.map(({ id }) => id).toSorted()).toEqual(members.map(({ identifiant }) => identifiant).toSorted());
    expect(new Set(pupils.map(({ kind }) => kind))).toEqual(new Set(['pupil']));
    for (const { email } of pupils) expect(email).toMatch(/^[^@\s]+@example\.(org|fr)$/);
    const messages = [...new Set(pupils.map(({ message }) => message))];
    expect(messages).toHaveLength(1);
    expect(messages[0].split('\n')).toContainEqual(
      expect.stringMatching(
        new RegExp(`^${session}: .*, work, .* \\(before: .*, hearing with Mme Anne-Laure Kerdoncuff, .*\\)$`),
      ),
    );
    expect(people.find(({ id }) => id === 'T01')).toMatchObject({
      kind: 'witness',
      title: 'Mme',
      family_name: 'Kerdoncuff',
      given_name: 'Anne-Laure',
      email: 'anne-laure.kerdoncuff@example.org',
      group: '',
      message: expect.stringMatching(new RegExp(`^${session}: no longer: .*, hearing with ${group}, `)),
    });
    const { by, rows, notices } = JSON.parse((await timetableAgain(module, out, '--by', 'changes', '--json')).stdout);
    expect({ by, rows: rows.length }).toEqual({ by: 'changes', rows: people.length });
    const whom = (list: readonly { to: { id: string } }[]) => list.map(({ to }) => to.id).toSorted();
    const told = people.flatMap((one, index) => {
      const isFirst = one['group'] === '' || people.findIndex((other) => other['group'] === one['group']) === index;
      return isFirst ? one['message'].split('\n').map(() => ({ to: { id: one['group'] || one['id'] } })) : [];
    });
    expect(whom(told)).toEqual(whom(notices));

    const french = parseTable((await timetableAgain(module, out, '--by', 'changes', '--lang', 'fr')).stdout);
    expect(french.map(({ type }) => type)).toEqual(
      people.map(({ kind }) => (kind === 'pupil' ? 'élève' : kind === 'witness' ? 'témoin' : 'jury')),
    );
    expect(french.find(({ identifiant }) => identifiant === 'T01')).toMatchObject({
      courriel: 'anne-laure.kerdoncuff@example.org',
      message: expect.stringMatching(new RegExp(`^${session}\u00a0: n’est plus prévu\u00a0: \\d\\d/\\d\\d/2018 `)),
    });

    const hidden = await timetableAgain(module, out, '--by', 'changes', '--pseudonyms');
    expect(Object.keys(parseTable(hidden.stdout)[0])).toEqual(['kind', 'id', 'group', 'group_before', 'message']);
    expect(hidden.stdout).not.toMatch(/@|Kerdoncuff/);
    expect(hidden.stdout).toContain('hearing with T01');
  });

  it('exits 2 where the list of changes has nothing to start from', async () => {
    const { module, out } = await publishedModule();
    const { code, stderr } = await runCli([
      'timetable',
      module,
      '--groups',
      join(out, 'groups.csv'),
      '--by',
      'changes',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--by changes: give --keep FILE');
  });

  it('writes whom to tell with a plan, a header alone where nobody has to be told', async () => {
    const { module, out } = await publishedModule();
    const plan = async (name: string, ...args: readonly string[]) => {
      const next = join(out, '..', name);
      const keep = ['--keep', join(out, 'timetable.csv'), '--quiet', '--effort', '1'];
      expect((await runCli(['plan', module, '--out', next, ...keep, ...args])).code).toBe(0);
      return next;
    };
    const quiet = await plan('quiet');
    expect(await textOf(quiet, 'to-tell.csv')).toBe(
      '\uFEFFtype;identifiant;civilité;nom;prénom;courriel;groupe;groupe avant;message\r\n',
    );
    const { outputs } = JSON.parse(await textOf(quiet, 'manifest.json'));
    expect(outputs.map(({ name }: { name: string }) => name)).toContain('to-tell.csv');
    expect(await namesIn(out)).not.toContain('to-tell.csv');

    await edit(join(module, 'sessions.csv'), (text) => text.replace(/^(S01;12\/02\/2018;)9h/m, '$110h'));
    const people = parseTable(await textOf(await plan('later'), 'to-tell.csv'));
    const pupils = parseTable(await textOf(out, 'groups.csv'));
    expect(people).toHaveLength(pupils.length);
    expect(new Set(people.map(({ type }) => type))).toEqual(new Set(['élève']));
    expect(people[0]['message']).toMatch(
      /^S01\u00a0: 12\/02\/2018 10:00–12:30, plénière, Amphi Rhin, .*\(avant\u00a0: 12\/02\/2018 09:00–/,
    );
    const ids = await textOf(await plan('ids', '--pseudonyms'), 'to-tell.csv');
    expect(ids.split('\r\n')[0]).toBe('\uFEFFtype;identifiant;groupe;groupe avant;message');
    expect(ids).not.toContain('@');
  });

  it('tells those who changed groups, one by one, what that changes for them, and nobody else', async () => {
    const { module, out } = await publishedModule();
    const lines = (await textOf(out, 'groups.csv')).split('\r\n');
    const people = parseTable(lines.join('\n'));
    const [first] = people;
    const other = people.findIndex(({ groupe }) => groupe !== first['groupe']);
    // Two people change places, and a third one was in no group before.
    const [here, there] = [first['groupe'], people[other]['groupe']];
    const placeOf = (line: string) => line.split(';').slice(0, 3).join(';');
    const swapped = lines
      .with(1, lines[1].replace(placeOf(lines[1]), placeOf(lines[other + 1])))
      .with(other + 1, lines[other + 1].replace(placeOf(lines[other + 1]), placeOf(lines[1])));
    const next = join(out, '..', 'next.csv');
    await edit(join(out, 'groups.csv'), () => lines.toSpliced(3, 1).join('\r\n'));
    await writeFile(next, swapped.join('\r\n'));
    const again = (...args: readonly string[]) => timetableAgain(module, out, '--groups', next, ...args);

    const told = parseTable((await again('--by', 'changes')).stdout);
    const brief = told.map(({ id, group, group_before }) => [id, group, group_before].join(' '));
    expect(brief.toSorted()).toEqual(
      [
        `${first['identifiant']} ${there} ${here}`,
        `${people[other]['identifiant']} ${here} ${there}`,
        `${people[2]['identifiant']} ${people[2]['groupe']} `,
      ].toSorted(),
    );
    const message = told.find(({ id }) => id === first['identifiant'])?.['message'].split('\n') ?? [];
    expect(message[0]).toBe(`You are now in group ${there} (before: ${here}).`);
    expect(message.slice(1).every((line) => line.includes('(before: ') || /: (new|no longer): /.test(line))).toBe(true);
    // The first session is a plenary: the same for all.
    expect(message.some((line) => line.startsWith('S01:'))).toBe(false);
    const joined = told.find(({ group_before }) => group_before === '')?.['message'].split('\n') ?? [];
    expect(joined[0]).toBe(`You are now in group ${people[2]['groupe']}.`);
    expect(joined.some((line) => line.startsWith('S01: new: '))).toBe(true);

    const late = parseTable((await again('--by', 'changes', '--today', '2018-12-31')).stdout);
    expect(late.map(({ message: text }) => text.split('\n').length)).toEqual([1, 1, 1]);

    const { stderr } = await again();
    expect(stderr).toContain(
      `${first['nom']} ${first['prénom']}: now in ${there} (before: ${here}), ${message.length - 1} sessions change`,
    );
    const hidden = await again('--pseudonyms');
    expect(hidden.stderr).toContain(`  ${first['identifiant']}: now in ${there}`);
    expect(hidden.stderr).not.toContain(first['prénom']);
    const { regrouped, notices } = JSON.parse((await again('--json')).stdout);
    expect(notices).toEqual([]);
    expect(regrouped).toHaveLength(3);
    expect(regrouped).toContainEqual(
      expect.objectContaining({ id: first['identifiant'], group: there, groupBefore: here }),
    );
  });

  it('warns where the list of groups beside the timetable cannot be read, and tells nobody of another group', async () => {
    const { module, out } = await publishedModule();
    const next = join(out, '..', 'next.csv');
    await writeFile(next, await textOf(out, 'groups.csv'));
    await edit(join(out, 'groups.csv'), (text) => text.replace(/^\uFEFFgroupe/, '\uFEFFrang'));
    const { code, stderr } = await timetableAgain(module, out, '--groups', next);
    expect(code).toBe(0);
    expect(stderr).toContain('groups.csv: warning: This list of the groups of the published timetable is not taken');
    expect(stderr).not.toContain('To tell');
  });
});
