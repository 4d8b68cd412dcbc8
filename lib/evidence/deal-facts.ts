import type { Deal, Place } from '../report.ts'

/** One fact of a filing's cover, with the name people know it by and the place it was read from. */
export type DealFact = { name: string; value: string; at: Place }

type LeafKey = Exclude<keyof Deal, 'underwriters' | 'items' | 'exhibits'>

const leafNames: Record<LeafKey, string> = {
  depositor: 'Depositor',
  trust: 'Trust',
  series: 'Series',
  securities: 'Securities',
  sponsor: 'Sponsor',
  seller: 'Seller',
  masterServicer: 'Master servicer',
  trustee: 'Trustee',
  stateOfIncorporation: 'State of incorporation',
  fileNumber: 'Commission file number',
  ein: 'EIN',
  address: 'Address',
  phone: 'Telephone',
  formType: 'Form',
  eventDate: 'Date of event',
  agreementDate: 'Date of agreement',
  cutOffDate: 'Cut-off date',
  prospectusDate: 'Date of prospectus',
  prospectusSupplementDate: 'Date of prospectus supplement',
  signedOn: 'Date of signature',
  signatory: 'Signed by',
  signatoryTitle: 'Title of signatory',
}

/** Every fact read from a filing's cover, items, exhibits and signature, in that order. */
export function findFacts(deal: Deal): DealFact[] {
  return [
    ...Object.entries(leafNames).map(([key, name]) => nameFact(name, deal[key as LeafKey])),
    ...deal.underwriters.map(underwriter => nameFact('Underwriter', underwriter)),
    ...deal.items.flatMap(({ number, title }) => [
      nameFact('Item', number),
      nameFact(`Item ${number.value}`, title),
    ]),
    ...deal.exhibits.flatMap(({ number, description, medium, preparedBy }) => {
      const exhibit = number ? `Exhibit ${number.value}` : 'Exhibit'
      return [
        nameFact('Exhibit', number),
        nameFact(exhibit, description),
        nameFact(`${exhibit}, medium`, medium),
        nameFact(`${exhibit}, prepared by`, preparedBy),
      ]
    }),
  ].filter(fact => fact !== null)
}

function nameFact(name: string, leaf: { value: string; at: Place } | null): DealFact | null {
  return leaf && { name, value: leaf.value, at: leaf.at }
}
