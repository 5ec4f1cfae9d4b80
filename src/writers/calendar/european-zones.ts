/** A time zone whose summer time is that of the European Union: offset in minutes and names of standard and summer time. */
export interface EuropeanZone {
  readonly offset: number;
  readonly standard: string;
  readonly daylight: string;
}

const FAMILIES: readonly (EuropeanZone & { readonly zones: readonly string[] })[] = [
  { offset: -60, standard: '-01', daylight: '+00', zones: ['Atlantic/Azores'] },
  {
    offset: 0,
    standard: 'WET',
    daylight: 'WEST',
    zones: ['Atlantic/Canary', 'Atlantic/Faroe', 'Atlantic/Madeira', 'Europe/Lisbon'],
  },
  {
    offset: 0,
    standard: 'GMT',
    daylight: 'BST',
    zones: ['Europe/Guernsey', 'Europe/Isle_of_Man', 'Europe/Jersey', 'Europe/London'],
  },
  { offset: 0, standard: 'GMT', daylight: 'IST', zones: ['Europe/Dublin'] },
  {
    offset: 60,
    standard: 'CET',
    daylight: 'CEST',
    zones: [
      'Africa/Ceuta',
      'Arctic/Longyearbyen',
      'Europe/Amsterdam',
      'Europe/Andorra',
      'Europe/Belgrade',
      'Europe/Berlin',
      'Europe/Bratislava',
      'Europe/Brussels',
      'Europe/Budapest',
      'Europe/Busingen',
      'Europe/Copenhagen',
      'Europe/Gibraltar',
      'Europe/Ljubljana',
      'Europe/Luxembourg',
      'Europe/Madrid',
      'Europe/Malta',
      'Europe/Monaco',
      'Europe/Oslo',
      'Europe/Paris',
      'Europe/Podgorica',
      'Europe/Prague',
      'Europe/Rome',
      'Europe/San_Marino',
      'Europe/Sarajevo',
      'Europe/Skopje',
      'Europe/Stockholm',
      'Europe/Tirane',
      'Europe/Vaduz',
      'Europe/Vatican',
      'Europe/Vienna',
      'Europe/Warsaw',
      'Europe/Zagreb',
      'Europe/Zurich',
    ],
  },
  {
    offset: 120,
    standard: 'EET',
    daylight: 'EEST',
    zones: [
      'Asia/Nicosia',
      'Europe/Athens',
      'Europe/Bucharest',
      'Europe/Helsinki',
      'Europe/Kiev',
      'Europe/Kyiv',
      'Europe/Mariehamn',
      'Europe/Riga',
      'Europe/Sofia',
      'Europe/Tallinn',
      'Europe/Vilnius',
    ],
  },
];

/** The zone of that IANA name if it keeps the summer time of Directive 2000/84/EC (in force since 2002), else `undefined`. */
export function europeanZone(name: string): EuropeanZone | undefined {
  return FAMILIES.find(({ zones }) => zones.includes(name));
}
