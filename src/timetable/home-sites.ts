import type { RoomUnit } from './housing.js';
import { compareText } from '../domain/fold.js';
import { sitesOf, type TimetableModel } from './model.js';

/**
 * The site where a group had best be in a session: the one the session names; else one where it is anyway that day; else the one where it is most often. `''` when nothing decides.
 */
export function preferredSites(model: TimetableModel): (unit: RoomUnit, group: number) => string {
  const ofDay = new Map<string, string>();
  const timesAt = model.groups.map(() => new Map<string, number>());
  model.sessions.forEach((session, index) => {
    for (const group of model.attending[index]) {
      const sites = sitesOf(model, index, group);
      if (sites.length !== 1) continue;
      const key = `${group}|${session.date}`;
      if (!ofDay.has(key)) ofDay.set(key, sites[0]);
      timesAt[group].set(sites[0], (timesAt[group].get(sites[0]) ?? 0) + 1);
    }
  });
  const main = timesAt.map((times) => {
    const [most] = [...times].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    return most?.[0] ?? '';
  });

  return (unit, group) => {
    const allowed = sitesOf(model, unit.session, group);
    if (allowed.length === 1) return allowed[0];
    const wishes = [ofDay.get(`${group}|${model.sessions[unit.session].date}`) ?? '', main[group]];
    return wishes.find((site) => site !== '' && (allowed.length === 0 || allowed.includes(site))) ?? '';
  };
}
