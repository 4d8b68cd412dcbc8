/**
 * A filing on EDGAR as somebody names it: its accession number, the company that it stands under where that is named (its
 * CIK), and the file of one of its documents where the address is of that.
 */
export type EdgarAddress = { accession: string; company: number | null; document: string | null }

/**
 * The sites that filings are fetched from, and no others: a constant, so that nothing that is asked for can add to it.
 * Source: the SEC's notes on access to EDGAR data.
 */
const edgarHosts: readonly string[] = ['www.sec.gov', 'data.sec.gov']

/** True for an address that Strata may ask: one of EDGAR's sites, over https, at its usual port, without a name or password. */
export function isOnEdgar({ protocol, hostname, port, username, password }: URL): boolean {
  return (
    protocol === 'https:' &&
    edgarHosts.includes(hostname) &&
    port === '' &&
    username === '' &&
    password === ''
  )
}

/** Longer addresses are none of EDGAR's. In characters. */
const longestAddress = 500

/**
 * Read what somebody pasted; null where it names no filing on EDGAR.
 *
 * > 0000912057-02-012345                                              an accession number
 * > 000091205702012345                                                without dashes
 * > www.sec.gov/Archives/edgar/data/1000/0000912057-02-012345.txt     a submission, whole
 * > …/data/1000/000091205702012345/0000912057-02-012345-index.htm     its index, also -index.html and -index-headers.html
 * > …/data/1000/000091205702012345/ and …/000091205702012345/a99.htm  its folder, a document of it
 * > www.sec.gov/ix?doc=/Archives/edgar/data/…/a99.htm                 the viewer of documents with data in them
 * > www.sec.gov/cgi-bin/viewer?action=view&cik=1000&accession_number=0000912057-02-012345
 */
export function readEdgarAddress(typed: string): EdgarAddress | null {
  const text = typed.trim()
  if (text.length > longestAddress) return null
  const accession = readAccession(text)
  if (accession !== null) return { accession, company: null, document: null }
  const whole = /^(?:www|data)\.sec\.gov\//i.test(text) ? `https://${text}` : text
  if (!URL.canParse(whole)) return null
  const url = new URL(whole)
  if (!isOnEdgar(url)) return null
  return readPath(url.pathname) ?? readViewer(url)
}

/** The number with its dashes: who sent the submission, the year, which of theirs that year. */
function readAccession(text: string): string | null {
  const [, sender, year, order] = /^(\d{10})-?(\d{2})-?(\d{6})$/.exec(text) ?? []
  return sender && year && order ? `${sender}-${year}-${order}` : null
}

/** `/Archives/edgar/data/{company}/{accession}…`, and the same below a folder of the accession without dashes. */
function readPath(path: string): EdgarAddress | null {
  const [, cik = '', rest = ''] = /^\/Archives\/edgar\/data\/(\d{1,10})\/(.+)$/i.exec(path) ?? []
  const company = readCompany(cik)
  if (company === null) return null
  const [first = '', file = '', ...more] = rest.split('/')
  if (more.length > 0) return null
  const ofFolder = readAccession(first)
  const accession = ofFolder ?? accessionOfFile(first)
  if (accession === null || (ofFolder === null && file !== '')) return null
  const isWhole = file === '' || accessionOfFile(file) === accession
  if (isWhole) return { accession, company, document: null }
  return isDocumentName(file) ? { accession, company, document: file } : null
}

/** `0000912057-02-012345.txt`, `…-index.htm`, `…-index-headers.html`: files that are of the whole submission. */
function accessionOfFile(name: string): string | null {
  const [, accession = ''] = /^([\d-]{18,20})(?:\.txt|-index(?:-headers)?\.html?)$/i.exec(name) ?? []
  return readAccession(accession)
}

function readViewer({ pathname, searchParams }: URL): EdgarAddress | null {
  const shown = /^\/ix(?:viewer\/ix\.html)?$/.test(pathname) ? searchParams.get('doc') : null
  if (shown !== null) return readPath(shown)
  if (pathname !== '/cgi-bin/viewer') return null
  const accession = readAccession(searchParams.get('accession_number') ?? '')
  if (accession === null) return null
  return { accession, company: readCompany(searchParams.get('cik') ?? ''), document: null }
}

function readCompany(cik: string): number | null {
  return /^\d{1,10}$/.test(cik) && Number(cik) > 0 ? Number(cik) : null
}

/** The name of a file in a submission's folder: letters, digits, dots, dashes and underlines, so it never leads out of there. */
export function isDocumentName(name: string): boolean {
  return /^[a-z0-9][\w.-]{0,99}$/i.test(name)
}

/** Where EDGAR keeps a submission whole. */
export function submissionUrl(company: number, accession: string): string {
  return `https://www.sec.gov/Archives/edgar/data/${company}/${accession}.txt`
}

/** Where EDGAR lists the documents of a submission, for people. */
export function indexUrl(company: number, accession: string): string {
  return documentUrl(company, accession, `${accession}-index.htm`)
}

/** Where EDGAR keeps one document of a submission. */
export function documentUrl(company: number, accession: string, name: string): string {
  return `https://www.sec.gov/Archives/edgar/data/${company}/${accession.replaceAll('-', '')}/${name}`
}
