import type { AskEdgar } from './ask-edgar.ts'
import { EdgarFault, edgarFaultCodeOf } from './edgar-fault.ts'
import { findCompany } from './find-company.ts'
import type { EdgarAddress } from './read-address.ts'

/**
 * Fetch something of a submission from under its company. Where that is not named it is tried as that of who sent it, which
 * costs one request, then looked for in the lists of the year, which may cost five long ones.
 */
export async function underCompany<T>(
  ask: AskEdgar,
  { accession, company }: EdgarAddress,
  fetch: (company: number) => Promise<T>,
): Promise<T> {
  if (company !== null) return await fetch(company)
  try {
    return await fetch(Number(accession.slice(0, 10)))
  } catch (fault) {
    if (edgarFaultCodeOf(fault) !== 'edgar-has-no-such-filing') throw fault
  }
  const found = await findCompany(ask, accession)
  if (found === null) throw new EdgarFault('edgar-has-no-such-filing')
  return await fetch(found)
}
