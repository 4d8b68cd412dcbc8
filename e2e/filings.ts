import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Expected, expectedSchema } from '../lib/fixtures/expected.ts'
import type { Strata } from '../lib/testing/with-strata.ts'

/** A filing in a file, as it is dropped on a page. */
export type OnDisk = { file: string }
/** A filing made in the test. */
export type InHand = { name: string; text: string }
type Sample = OnDisk & { name: string; url: string }

const root = path.join(import.meta.dirname, '..')

function sample(file: string, name: string, slug: string): Sample {
  return { file: path.join(root, 'public/samples', file), name, url: `/deals/${slug}` }
}

/** The sample filings that Strata ships, with the name and the address of the deal that each becomes. */
export const samples = {
  harborPoint: sample(
    'harbor-point-2001-4-8k.txt',
    'Harbor Point Mortgage Trust 2001-4',
    'harbor-point-mortgage-trust-2001-4',
  ),
  tidewater: sample(
    'tidewater-2004-3-8k.txt',
    'Tidewater Home Equity Trust 2004-3',
    'tidewater-home-equity-trust-2004-3',
  ),
  alderRidge: sample(
    'alder-ridge-2003-9-8k.txt',
    'Alder Ridge Loan Trust 2003-B2',
    'alder-ridge-loan-trust-2003-b2',
  ),
}

/** A table of HTML with spacer cells, of a deal that its filing does not name. Its figures were read by eye. */
export const htmlTable: Sample = unnamed('html-spacer-cells', 'source.htm')
/** Two tables of HTML, neither of which splits a pool. */
export const htmlOthers: Sample = unnamed('html-classes-and-matrix', 'source.htm')

type Fixture = Sample & { expected: Expected }

function fixture(folder: string, name: string, slug: string): Fixture {
  const at = path.join(root, 'lib/fixtures', folder)
  const expected = expectedSchema.parse(JSON.parse(readFileSync(path.join(at, 'expected.json'), 'utf8')))
  return { file: path.join(at, 'source.txt'), name, url: `/deals/${slug}`, expected }
}

/** A fixture whose filing names no deal: it has the address of its bytes. */
function unnamed(folder: string, name = 'source.txt'): Sample {
  const file = path.join(root, 'lib/fixtures', folder, name)
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  return { file, name, url: `/deals/filing-${sha256.slice(0, 8)}` }
}

/** Filings of the reader's fixtures, with what was read in them by eye. */
export const fixtures = {
  finalPoolTables: fixture(
    'final-pool-tables',
    'Quarry Lane Home Loan Trust 2002-A3',
    'quarry-lane-home-loan-trust-2002-a3',
  ),
  otherKinds: unnamed('tables-of-other-kinds'),
  averagesAndTail: unnamed('averages-and-tail'),
  unknownDimension: unnamed('unknown-dimension'),
  matrixInHtml: unnamed('html-classes-and-matrix', 'source.htm'),
}

/** The filing's text as it is on the disk. All filings of these tests are plain ASCII. */
export function textOf({ file }: OnDisk): string {
  return readFileSync(file, 'ascii')
}

/** A text with some of its words put in the place of others, each of which must be there. */
export function replaceWords(text: string, words: [from: string, to: string][]): string {
  return words.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the filing does not say “${from}”`)
    return changed.replaceAll(from, to)
  }, text)
}

/** Add filings to a library without a browser. Throws unless each is there. */
export async function addFilings({ url }: Strata, ...filings: (OnDisk | InHand)[]): Promise<void> {
  const form = new FormData()
  for (const filing of filings) {
    const isInHand = 'text' in filing
    const name = isInHand ? filing.name : path.basename(filing.file)
    form.append('file', new Blob([isInHand ? filing.text : await readFile(filing.file)]), name)
  }
  const answer = await fetch(`${url}/api/filings`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: form,
  })
  const told = await answer.text()
  const added = told.match(/"status":"(?:added|known)"/g)?.length ?? 0
  if (added < filings.length) throw new Error(`not all filings were added: ${told}`)
}

/** Take every deal out of a library for good, as a person may: the library is then as one that was never used. */
export async function emptyLibrary({ url }: Strata): Promise<void> {
  const send = async (address: string, body: object) => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' }
    const answer = await fetch(url + address, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`the library was not emptied: ${await answer.text()}`)
  }
  const { deals }: { deals: { slug: string }[] } = await (await fetch(`${url}/api/deals?limit=100`)).json()
  if (deals.length > 0) await send('/api/bin', { deals: deals.map(({ slug }) => slug) })
  await send('/api/bin/erase', {})
}
