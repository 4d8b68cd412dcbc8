import { addAll } from '@/lib/add-all.ts'
import { formatDate } from '@/lib/format/index.ts'
import type { Deal, Exhibit, FilingReport, Place } from '@/lib/report.ts'
import { requestRecords } from './edgar-address.ts'

/** Where the figures may be: what, why it follows from this filing, where the filing says so, and an address elsewhere. */
export type Elsewhere = { what: string; why: string; at: Place | null; href?: string }

/** Paper is on no screen: somebody has to be asked for it. */
function isOnPaper(exhibits: readonly Exhibit[]): boolean {
  return exhibits.some(({ medium }) => medium?.value === 'paper')
}

/** Who holds a copy of what was filed on paper, in the order in which an analyst asks. */
function whereToAsk({ trustee, depositor, fileNumber, address }: Deal): Elsewhere[] {
  const number = fileNumber ? `file number ${fileNumber.value}, ` : ''
  return [
    {
      what: 'The SEC, Office of FOIA Services',
      why: `What comes under Form SE is kept on paper and is not on EDGAR. Ask for a copy of public records with the online form: name the registrant, ${number}the date of the report and the exhibit numbers.`,
      at: null,
      href: requestRecords,
    },
    ...(trustee
      ? [
          {
            what: trustee.value,
            why: 'The trustee holds the schedule of the loans and reports to the holders of the certificates; who holds one can ask for the pool’s tables.',
            at: trustee.at,
          },
        ]
      : []),
    ...(depositor
      ? [
          {
            what: depositor.value,
            why: `The depositor filed the exhibits${address ? ', and its office stands on the cover' : ''}.`,
            at: address?.at ?? depositor.at,
          },
        ]
      : []),
  ]
}

/** Every place that the filing itself points to; a guess about other filings is not one. */
export function listWhereElse({ deal }: FilingReport): Elsewhere[] {
  const { prospectusSupplementDate: supplement, series, exhibits } = deal
  const preparers = exhibits.map(({ preparedBy }) => preparedBy).filter(preparer => preparer !== null)
  const found: Elsewhere[] = []
  if (supplement)
    found.push({
      what: `Prospectus supplement, ${formatDate(supplement.value)}`,
      why: 'This filing takes its terms from it. A supplement describes the pool: add its text here and it joins this deal.',
      at: supplement.at,
    })
  if (preparers.length > 0)
    found.push({
      what: [...new Set(preparers.map(({ value }) => value))].join(' and '),
      why: 'Prepared the exhibits, so the figures began there.',
      at: preparers[0]?.at ?? null,
    })
  if (isOnPaper(exhibits)) addAll(found, whereToAsk(deal))
  found.push({
    what: series ? `Another filing of Series ${series.value}` : 'Another filing of the same deal',
    why: 'Whichever filing prints the pool’s tables, they appear on this page once it is added.',
    at: series?.at ?? null,
  })
  return found
}
