import type { Module } from './module.js';

/** Birth, nationality, health, union, address, telephone, numbers of the State, religion: as headers of rosters name them, folded. */
const PRIVATE =
  /naissance|birth|nationalit|sante|health|handicap|disab|syndic|union(?!europeenne)|^adresse(?!.*(?:mail|electronique|courriel))|postal|telephone|^tel|mobile|portable|phone|securitesociale|^nir$|iban|religion/;

/** Whether an attribute of that key is one that groups hardly ever need, and that marks people where a list is lost. */
export function isPrivate(key: string): boolean {
  return PRIVATE.test(key);
}

/** The attributes, by label, that are private and that nothing asks for: neither the mix, nor a role, nor a rule. */
export function listNeedless({ cohort, balance, roles, rules }: Module): readonly string[] {
  const asked = new Set([...balance.keys(), ...(roles?.keys() ?? [])]);
  for (const { who } of rules)
    for (const selector of who) if (selector.kind !== 'participant') asked.add(selector.attribute);
  return cohort.attributes.flatMap(({ key, label }) => (isPrivate(key) && !asked.has(key) ? [label] : []));
}
