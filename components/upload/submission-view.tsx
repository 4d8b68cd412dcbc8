import { formatBytes, formatCount } from '@/lib/format/index.ts'
import type { SubmissionAnswer } from '@/lib/server/edgar-answer.ts'
import { Crumbs } from '../shell/crumbs.tsx'
import { Message } from '../shell/message.tsx'

/** The documents of a submission, to be fetched: all of it, or those that are ticked. Plain forms, without scripts. */
export function SubmissionView({ submission }: { submission: SubmissionAnswer }) {
  const { accession, company, page, documents, wholeBytes } = submission
  const address = `https://www.sec.gov/Archives/edgar/data/${company}/${accession}.txt`
  return (
    <main id="main" tabIndex={-1} className="page">
      <Crumbs trail={[]} />
      <h1 className="text-2xl/8 font-bold tracking-tight wrap-anywhere">Submission {accession}</h1>
      <p className="mb-4 max-w-[72ch] text-ink-2">
        {describeDocuments(documents.length)}{' '}
        <a href={page} rel="noreferrer">
          Its page on EDGAR
        </a>
      </p>
      <form action="/api/edgar" method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="address" value={address} />
        <button type="submit" className="button button-strong">
          Fetch all of it{wholeBytes !== null && ` (${formatBytes(wholeBytes)})`}
        </button>
        <Known submission={submission} document={null} />
      </form>
      {documents.length > 0 && <Documents submission={submission} address={address} />}
    </main>
  )
}

function describeDocuments(count: number): string {
  if (count === 0) return 'EDGAR keeps this submission as one file, so it is fetched as a whole.'
  const documents = count === 1 ? 'one document' : `${formatCount(count)} documents`
  return `EDGAR lists ${documents}. Fetch the submission as a whole, or only what holds the pool’s tables, where it is large.`
}

function Documents({ submission, address }: { submission: SubmissionAnswer; address: string }) {
  return (
    <form action="/api/edgar" method="post" className="mt-6">
      <input type="hidden" name="address" value={address} />
      <table className="submission">
        <caption className="sr-only">Documents of the submission</caption>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Type</th>
            <th scope="col">Size</th>
          </tr>
        </thead>
        <tbody>
          {submission.documents.map(({ name, type, description, bytes }) => (
            <tr key={name}>
              <th scope="row">
                {isText(name) ? (
                  <label className="submission-choice">
                    <input type="checkbox" name="documents" value={name} />
                    {name}
                  </label>
                ) : (
                  <span className="text-ink-3">{name}, no text</span>
                )}
                {description !== '' && <p>{description}</p>}
                <Known submission={submission} document={name} />
              </th>
              <td>{type}</td>
              <td>{bytes !== null && formatBytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" className="button">
          Fetch what is ticked
        </button>
        <span className="text-ink-2">Without a tick the submission is fetched as a whole.</span>
      </p>
    </form>
  )
}

/** The way to a deal that the library has of it already. */
function Known({ submission, document }: { submission: SubmissionAnswer; document: string | null }) {
  const deal = submission.known.find(one => one.document === document)?.deal
  if (deal === undefined) return null
  return (
    <p className="text-ink-2">
      Already here: <a href={deal.url}>{deal.name}</a>
    </p>
  )
}

/** True for files that Strata reads; pictures, PDFs and spreadsheets are listed and no more. */
function isText(name: string): boolean {
  return /\.(?:txt|html?|xml)$/i.test(name)
}

/** What stands at the address of a submission whose documents nobody has asked for. */
export function SubmissionNotListed({ accession }: { accession: string }) {
  return (
    <Message title="The documents of this submission are not listed here">
      <template data-missing="" />
      <p className="mt-3 text-sm/6 text-ink-2">
        Strata lists what EDGAR has once somebody asks for it: paste the submission’s address or accession
        number.
      </p>
      <form action="/api/edgar/documents" method="post" className="mt-6 flex flex-wrap items-center gap-2">
        <label htmlFor="submission-address">On EDGAR</label>
        <input
          id="submission-address"
          name="address"
          className="edgar-field"
          defaultValue={accession}
          maxLength={500}
          required
        />
        <button type="submit" className="button button-strong">
          List documents
        </button>
      </form>
    </Message>
  )
}
