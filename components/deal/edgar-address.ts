import type { EdgarOrigin } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'

/** A number by which EDGAR knows a filing, with the address there. */
export type EdgarLink = { text: string; href: string }

const site = 'https://www.sec.gov'

/**
 * The pages of sec.gov about a filing, a company and a registration, as far as the filing, or where it was
 * fetched, gives their numbers. They are
 * never asked for by the page itself, only followed by who clicks.
 *
 * > /Archives/edgar/data/1000695/000095011701501415/0000950117-01-501415-index.htm    an accession and a CIK
 * > /cgi-bin/browse-edgar?action=getcompany&CIK=0001000695&owner=include&count=40      a CIK
 * > /cgi-bin/browse-edgar?action=getcompany&filenum=333-65554&owner=include&count=40   a file number
 */
export function listEdgarLinks(
  { submission, deal }: Pick<FilingReport, 'submission' | 'deal'>,
  fetched: EdgarOrigin | null,
): EdgarLink[] {
  const companies = submission?.companies ?? []
  const named = companies.flatMap(({ cik }) => (cik && /^\d{1,10}$/.test(cik) ? [cik] : []))
  // A document fetched alone has no header that would say of whose filing it is.
  const ciks = [...new Set(named.length === 0 && fetched ? [String(fetched.company)] : named)]
  const numbers = [deal.fileNumber?.value, ...companies.map(({ fileNumber }) => fileNumber)]
  const files = new Set(numbers.flatMap(text => text?.match(/\b\d{1,3}-\d{5,6}(?:-\d{2})?\b/g) ?? []))
  return [
    ...accessionLink(submission?.accession ?? fetched?.accession, ciks[0]),
    ...ciks.map(cik => ({
      text: `CIK ${cik.padStart(10, '0')}`,
      href: browse(`CIK=${cik.padStart(10, '0')}`),
    })),
    ...[...files].map(file => ({ text: `File ${file}`, href: browse(`filenum=${file}`) })),
  ]
}

/** The folder of a filing is one of a company's. */
function accessionLink(accession: string | null | undefined, cik: string | undefined): EdgarLink[] {
  if (!accession || !cik || !/^\d{10}-\d{2}-\d{6}$/.test(accession)) return []
  const folder = `${site}/Archives/edgar/data/${Number(cik)}/${accession.replaceAll('-', '')}`
  return [{ text: `Filing ${accession}`, href: `${folder}/${accession}-index.htm` }]
}

function browse(what: string): string {
  return `${site}/cgi-bin/browse-edgar?action=getcompany&${what}&owner=include&count=40`
}

/** Where copies of records are asked for that EDGAR does not hold. Source: 17 CFR 200.80 and 200.303. */
export const requestRecords = `${site}/forms/request_public_docs`
