import { html, type Html } from './markup.js';

interface Named {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
}

/** A person as a list has one: the family name stands out; whoever has no name goes by the id. */
export function personName({ id, familyName, givenName }: Named): Html {
  if (familyName === '') return html`<b><bdi>${givenName === '' ? id : givenName}</bdi></b>`;
  return html`<bdi><b>${familyName}</b>${givenName === '' ? '' : ` ${givenName}`}</bdi>`;
}
