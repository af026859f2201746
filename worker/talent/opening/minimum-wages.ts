/** A statutory minimum wage for adults, before tax, as its source gives it. */
export interface MinimumWage {
  country: string
  currency: string
  amount: number
  /** A yearly amount includes every payment of the year, also a 13th and 14th. */
  per: 'hour' | 'month' | 'year'
  /** The full-time week that a monthly or yearly amount is for. */
  fullTimeHours: number
  /** The first day it applies. */
  from: string
  source: string
}

/**
 * When these figures were last compared with published reports of each decision. The list leaves
 * out countries where the minimum depends only on the state, the trade or a collective agreement.
 * If states set a higher one, as in the US, the national figure still catches pay below all of
 * them.
 */
export const wagesChecked = '2026-11-29'

/**
 * Of a country's entries, the latest that is in force applies, so future ones can be added early.
 */
export const minimumWages: readonly MinimumWage[] = [
  {
    country: 'AU',
    currency: 'AUD',
    amount: 24.95,
    per: 'hour',
    fullTimeHours: 38,
    from: '2025-07-01',
    source: 'https://www.fairwork.gov.au/pay-and-wages/minimum-wages',
  },
  {
    country: 'DE',
    currency: 'EUR',
    amount: 13.9,
    per: 'hour',
    fullTimeHours: 40,
    from: '2026-01-01',
    source: 'https://www.bmas.de/DE/Arbeit/Arbeitsrecht/Mindestlohn/mindestlohn.html',
  },
  {
    country: 'DE',
    currency: 'EUR',
    amount: 14.6,
    per: 'hour',
    fullTimeHours: 40,
    from: '2027-01-01',
    source: 'https://www.bmas.de/DE/Arbeit/Arbeitsrecht/Mindestlohn/mindestlohn.html',
  },
  // 1,221 euros in each of 14 payments: Real Decreto 126/2026.
  {
    country: 'ES',
    currency: 'EUR',
    amount: 17_094,
    per: 'year',
    fullTimeHours: 40,
    from: '2026-01-01',
    source: 'https://www.boe.es/',
  },
  // Décret n° 2025-1228.
  {
    country: 'FR',
    currency: 'EUR',
    amount: 12.02,
    per: 'hour',
    fullTimeHours: 35,
    from: '2026-01-01',
    source: 'https://www.service-public.fr/particuliers/vosdroits/F2300',
  },
  {
    country: 'GB',
    currency: 'GBP',
    amount: 12.71,
    per: 'hour',
    fullTimeHours: 40,
    from: '2026-04-01',
    source: 'https://www.gov.uk/national-minimum-wage-rates',
  },
  {
    country: 'IE',
    currency: 'EUR',
    amount: 14.15,
    per: 'hour',
    fullTimeHours: 39,
    from: '2026-01-01',
    source:
      'https://www.citizensinformation.ie/en/employment/employment-rights-and-conditions/pay-and-employment/pay-inc-min-wage/',
  },
  {
    country: 'KR',
    currency: 'KRW',
    amount: 10_320,
    per: 'hour',
    fullTimeHours: 40,
    from: '2026-01-01',
    source: 'https://www.minimumwage.go.kr/',
  },
  {
    country: 'NL',
    currency: 'EUR',
    amount: 14.71,
    per: 'hour',
    fullTimeHours: 36,
    from: '2026-01-01',
    source: 'https://www.rijksoverheid.nl/onderwerpen/minimumloon',
  },
  {
    country: 'NZ',
    currency: 'NZD',
    amount: 23.95,
    per: 'hour',
    fullTimeHours: 40,
    from: '2026-04-01',
    source: 'https://www.employment.govt.nz/pay-and-hours/pay-and-wages/minimum-wage',
  },
  // Rozporządzenie Rady Ministrów z 11 września 2025 r.
  {
    country: 'PL',
    currency: 'PLN',
    amount: 4806,
    per: 'month',
    fullTimeHours: 40,
    from: '2026-01-01',
    source: 'https://www.gov.pl/web/rodzina',
  },
  // 920 euros in each of 14 payments.
  {
    country: 'PT',
    currency: 'EUR',
    amount: 12_880,
    per: 'year',
    fullTimeHours: 40,
    from: '2026-01-01',
    source: 'https://diariodarepublica.pt/',
  },
  {
    country: 'US',
    currency: 'USD',
    amount: 7.25,
    per: 'hour',
    fullTimeHours: 40,
    from: '2009-07-24',
    source: 'https://www.dol.gov/agencies/whd/minimum-wage',
  },
]
