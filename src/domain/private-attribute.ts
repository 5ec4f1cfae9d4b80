import type { Module } from './module.js';

/**
 * What a State or a hospital asks for, and a group does not need: as headers of rosters name it, folded. Among it is all that article 9 of the
 * European regulation (GDPR) protects above other data.
 */
const PRIVATE = [
  // Birth and origin
  /(?<!con)naiss|^nee?(?:le|a)$|birth|^(?:ddn|dob|born)$|nationalit|citizenship|citoyennet|ethni|^race$|(?:pays|country)(?:d|of)?origin/,
  // Health
  /sante(?!publique)|(?<!public)health|handicap|disab|invalidit|^rqth$|medic|maladi|allerg|regimealimentaire|dietary|specialneeds|tierstemps/,
  // What one believes, and whom one loves
  /syndic|^union(?!europeenne)|(?:trade|labou?r)union|religi|confession|(?:opinion|parti|affiliation)s?politi|politicalpart|politicalopinion|orientationsexuelle|sexualorientation/,
  // Where one is found
  /^adresse(?!.*(?:mail|electronique|courriel))|^(?!.*mail).*address|codepostal|postcode|postalcode|^zip|telephone|^(?:no?|num(?:ero)?)?tel(?:$|mobile|portable|fixe|perso|dom)|mobile|portable|phone(?!tic)|^gsm$|^cell(?:$|number)|emergencycontact|contactdurgence|personne(?:a|de)(?:contact|prevenir)/,
  // Numbers of the State and of the bank
  /securitesociale|socialsecurity|nationalinsurance|registrenational|^(?:no?|num(?:ero)?)?(?:de)?(?:secu|nss|nir|niss|insee|ssn|rib|bic|cni)$|iban|bankaccount|comptebancaire|passe?port|carte(?:nationale)?d?identite|identitycard|^idcard/,
  // Family, means and sentences
  /situationfamiliale|maritalstatus|^etatcivil|salaire|salary|casierjudiciaire|criminalrecord/,
];

/** Whether an attribute of that key is one that groups hardly ever need, and that marks people where a list is lost. */
export function isPrivate(key: string): boolean {
  return PRIVATE.some((kind) => kind.test(key));
}

/** The attributes, by label, that are private and that nothing asks for: neither the mix, nor a role, nor a rule. */
export function listNeedless({ cohort, balance, roles, rules }: Module): readonly string[] {
  const asked = new Set([...balance.keys(), ...(roles?.keys() ?? [])]);
  for (const { who } of rules)
    for (const selector of who) if (selector.kind !== 'participant') asked.add(selector.attribute);
  return cohort.attributes.flatMap(({ key, label }) => (isPrivate(key) && !asked.has(key) ? [label] : []));
}
