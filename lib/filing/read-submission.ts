import type { Company, Submission } from '../report.ts'
import { type HeaderKey, splitHeader } from './split-header.ts'

/** What each key of a header says, in the words of both forms: `KEY NAME:` and `<KEY-NAME>`. */
const SUBMISSION_KEYS = new Map<string, 'accession' | 'formType' | 'filedOn' | 'periodOfReport'>(
  Object.entries({
    'ACCESSION NUMBER': 'accession',
    'CONFORMED SUBMISSION TYPE': 'formType',
    TYPE: 'formType',
    'FILED AS OF DATE': 'filedOn',
    'FILING DATE': 'filedOn',
    'CONFORMED PERIOD OF REPORT': 'periodOfReport',
    PERIOD: 'periodOfReport',
  }),
)
const COMPANY_KEYS = new Map<string, Exclude<keyof Company, 'role'>>(
  Object.entries({
    'COMPANY CONFORMED NAME': 'name',
    'CONFORMED NAME': 'name',
    'CENTRAL INDEX KEY': 'cik',
    CIK: 'cik',
    'IRS NUMBER': 'ein',
    'STANDARD INDUSTRIAL CLASSIFICATION': 'sic',
    'ASSIGNED SIC': 'sic',
    'SEC FILE NUMBER': 'fileNumber',
    'FILE NUMBER': 'fileNumber',
  }),
)
/** Sections that open a company; what they are called is its role. */
const ROLE =
  /^(?:FILER|ISSUER|DEPOSITOR|SPONSOR|FILED BY|FILED FOR|SUBJECT COMPANY|SERIAL COMPANY|REPORTING OWNER)$/

/**
 * Read a submission header: accession number, form, dates, and every company in it.
 *
 * Dates are `YYYY-MM-DD`, numbers as printed, roles lower case as the header calls them ("filer", "serial company").
 * An employer number of zeros is no number. Shape: keys indented by tabs, or the tags of the `.nc` form.
 */
export function readSubmission(header: string[]): Submission {
  const submission: Submission = {
    accession: null,
    formType: null,
    filedOn: null,
    periodOfReport: null,
    companies: [],
  }
  for (const key of splitHeader(header)) {
    if (ROLE.test(key.name)) submission.companies.push(newCompany(key.name.toLowerCase()))
    else readKey(submission, key)
  }
  submission.companies = submission.companies.filter(company => company.name !== null || company.cik !== null)
  return submission
}

function readKey(submission: Submission, { name, value }: HeaderKey): void {
  const field = SUBMISSION_KEYS.get(name)
  const companyField = COMPANY_KEYS.get(name)
  if (field !== undefined) submission[field] ??= readSubmissionValue(field, value)
  else if (companyField !== undefined)
    lastCompany(submission)[companyField] ??= readCompanyValue(companyField, value)
}

function lastCompany(submission: Submission): Company {
  const last = submission.companies.at(-1)
  if (last !== undefined) return last
  const company = newCompany(null)
  submission.companies.push(company)
  return company
}

function newCompany(role: string | null): Company {
  return { name: null, cik: null, ein: null, sic: null, fileNumber: null, role }
}

function readSubmissionValue(field: string, value: string): string | null {
  if (field !== 'filedOn' && field !== 'periodOfReport') return value || null
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(value)
  return date === null ? null : `${date[1]}-${date[2]}-${date[3]}`
}

/** `ASSET-BACKED SECURITIES [6189]` and `6189` are both classification 6189. */
function readCompanyValue(field: string, value: string): string | null {
  if (field === 'sic') return /\d{4}/.exec(value)?.[0] ?? null
  if (field === 'ein' && /^0+$/.test(value)) return null
  return value || null
}
