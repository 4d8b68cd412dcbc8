import { issue, type Staged } from '../issues.ts'
import type { Deal, Printed, Submission } from '../report.ts'
import type { Flow } from './flow.ts'
import type { Parties } from './parties.ts'
import type { Registrant } from './registrant.ts'
import { readSeries, readTrust } from './trust.ts'

type Issuer = Pick<Deal, 'depositor' | 'trust' | 'series' | 'securities'>

/** Words of the papers by which a pool is sold to investors. */
const OF_A_DEAL =
  /pass-through|asset[- ]backed|pooling and servicing|sale and servicing agreement|cut[- ]?off date|issuing entity|certificateholders|computational materials|\b(?:loans|receivables|contracts|leases)\b[^.;\n]{0,40}\bthe (?:trust|issuer)\b/
/** A company's name ends so. */
const COMPANY =
  /\b(?:inc|incorporated|corp|corporation|company|co|llc|l\.l\.c|lp|l\.p|llp|ltd|limited|n\.a|association|fsb|f\.s\.b|plc|bank)\b\.?(?: [IVX]+)?$/i
/** Securities, or the deal that issues them: `Alder Asset Backed Certificates, Series 2003-2`, `Alder Receivables 2003-A`. */
const SECURITIES = /\b(?:certificates|notes|bonds)$|\bseries\b|\b(?:19|20)\d\d-[A-Z\d]/i

/** What a name above "(Exact name of registrant …)" is a name of. */
function kindOf({ value }: Printed): 'company' | 'trust' | 'securities' {
  if (COMPANY.test(value)) return 'company'
  if (/\btrust\b/i.test(value)) return 'trust'
  return SECURITIES.test(value) ? 'securities' : 'company'
}

/**
 * Who issued what. The company that registers is the depositor where the filing speaks of a deal, or a trust registers
 * beside it; securities that register are no depositor, and of two companies nothing tells which is. Raises `registrant-has-no-role` where nothing tells what it is.
 */
export function readIssuer(
  text: Flow,
  registrants: Registrant[],
  parties: Parties,
  submission: Submission | null,
): Staged<Issuer> {
  const companies = registrants.filter(name => !name.isTold && kindOf(name) === 'company')
  const [company, ...others] = companies
  const isOfADeal =
    submission?.companies.some(each => each.sic === '6189') ||
    OF_A_DEAL.test(text.lower) ||
    registrants.some(name => kindOf(name) !== 'company')
  const own =
    company === undefined || others.length > 0 || !isOfADeal ? null : { value: company.value, at: company.at }
  const trusts = registrants.filter(name => kindOf(name) === 'trust').map(({ value, at }) => ({ value, at }))
  const value = {
    depositor: parties.depositor[0] ?? own,
    trust: parties.issuer[0] ?? findTrust(readTrust(text), trusts),
    ...readSeries(text),
  }
  const securities = registrants.filter(name => kindOf(name) === 'securities')
  const unused =
    value.depositor === null && company !== undefined
      ? companies
      : value.securities === null && value.trust === null
        ? securities
        : []
  const [first] = unused
  const names = unused.map(each => each.value)
  return {
    value,
    issues: first === undefined ? [] : [issue('registrant-has-no-role', { names }, first.at)],
  }
}

/** Of names stacked on the cover each line is a registrant, so the trust's own line goes before the running text. */
function findTrust(inText: Printed | null, registrants: Printed[]): Printed | null {
  if (inText === null) return registrants[0] ?? null
  return registrants.find(name => name.at.line === (inText.at.lastLine ?? inText.at.line)) ?? inText
}
