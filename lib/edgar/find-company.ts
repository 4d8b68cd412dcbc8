import type { AskEdgar } from './ask-edgar.ts'
import { edgarFaultCodeOf } from './edgar-fault.ts'

/**
 * The company that a submission stands under, by EDGAR's lists of all filings of a quarter; null where they do not name it.
 * An accession number names who sent the submission, which for most issuers of securities is somebody else. It has the year
 * in which it was given out, and a few are filed in the next.
 *
 * > 1000|NORTHFIELD TRUST|8-K|2002-04-12|edgar/data/1000/0000912057-02-012345.txt
 */
export async function findCompany(ask: AskEdgar, accession: string): Promise<number | null> {
  for (const quarter of quartersOf(accession)) {
    const company = await findInQuarter(ask, quarter, accession)
    if (company !== null) return company
  }
  return null
}

/** The first submissions came in 1993. */
function quartersOf(accession: string): string[] {
  const short = Number(accession.slice(11, 13))
  const year = short < 93 ? 2000 + short : 1900 + short
  return [...[1, 2, 3, 4].map(quarter => `${year}/QTR${quarter}`), `${year + 1}/QTR1`]
}

/** Longer than any address in the list: what was read last may be the first half of the one that is looked for. */
const longestPath = 80

async function findInQuarter(ask: AskEdgar, quarter: string, accession: string): Promise<number | null> {
  const line = new RegExp(`edgar/data/(\\d{1,10})/${accession}\\.txt`)
  try {
    return await ask(`https://www.sec.gov/Archives/edgar/full-index/${quarter}/master.idx`, async body => {
      let held = ''
      for await (const piece of body) {
        held = held.slice(-longestPath) + Buffer.from(piece).toString('latin1')
        const [, company] = line.exec(held) ?? []
        if (company !== undefined) return Number(company)
      }
      return null
    })
  } catch (fault) {
    // A quarter that has not begun has no list.
    if (edgarFaultCodeOf(fault) === 'edgar-has-no-such-filing') return null
    throw fault
  }
}
