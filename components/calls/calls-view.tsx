import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { Page } from '@/components/shell/page.tsx'
import { type Operation, type OperationGroup, operationGroups } from '@/lib/server/calls/operation.ts'
import { nameOperation, operationsByGroup } from '@/lib/server/operations.ts'
import { CallSection } from './call-section.tsx'
import { ErrorTable } from './error-table.tsx'
import { WithCode } from './with-code.tsx'

/** Every call of the service by what it is about, what holds for all of them, and all errors. */
export function CallsView({ origin }: { origin: string }) {
  const groups = Object.entries(operationsByGroup) as [OperationGroup, Operation[]][]
  return (
    <Page className="page calls">
      <Crumbs trail={[]} />
      <div className="page-title">
        <div>
          <h1>API</h1>
          <p>
            Everything that pages show and more, for programs. <a href="/api/openapi.json">openapi.json</a> is
            the same in OpenAPI 3.1; assistants ask at <a href="#post-mcp">/api/mcp</a>. Examples speak of the
            sample filings: <a href="/#add">add them</a>, and each works as it stands here; where one needs
            more, it says so.
          </p>
        </div>
        <div className="page-actions">
          <a className="button" href="/api/openapi.json">
            OpenAPI
          </a>
          <CopyLink className="button" />
        </div>
      </div>
      <div className="calls-columns">
        <nav aria-label="Calls" className="calls-index">
          <a href="#conventions">What holds for all calls</a>
          {groups.map(([group, operations]) => (
            <div key={group}>
              <a href={`#group-${group}`}>{operationGroups[group]}</a>
              <ul>
                {operations.map(operation => (
                  <li key={nameOperation(operation)}>
                    <a href={`#${nameOperation(operation)}`}>
                      <Verb operation={operation} /> {shortPath(operation)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <a href="#errors">Errors</a>
        </nav>
        <div>
          <section aria-labelledby="conventions">
            <h2 id="conventions">What holds for all calls</h2>
            <ul className="calls-rules">
              {conventions.map(text => (
                <li key={text}>
                  <WithCode text={text} />
                </li>
              ))}
            </ul>
          </section>
          {groups.map(([group, operations]) => (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{operationGroups[group]}</h2>
              {operations.map(operation => (
                <CallSection key={nameOperation(operation)} operation={operation} origin={origin} />
              ))}
            </section>
          ))}
          <ErrorTable />
        </div>
      </div>
    </Page>
  )
}

function Verb({ operation: { method } }: { operation: Operation }) {
  return <span className="call-verb">{method.toUpperCase()}</span>
}

/** > deals/{slug}/tail */
const shortPath = ({ path }: Operation) => path.replace('/api/', '')

const conventions = [
  'Answers are JSON, files as their names end. Money is in cents and integer, percent as printed (6.317 is 6.317 %), terms are in months, dates are `YYYY-MM-DD`. Parquet and workbooks have dollars and true fractions. CSV has dollars, and is UTF-8 behind a byte order mark, without which Excel breaks accents.',
  'A place is `{ line, start, end }`, and `lastLine` where it is longer: lines and columns of the decoded file from 1, the end exclusive. In addresses it is `105:47-61`.',
  'A bound is `{ low, high }`: what the printed rows prove, equal where it is one figure. `null` is not printed, never a guess.',
  'Errors have one shape, `{ error: { code, message, detail } }`, and the status that fits. Codes stay as they are from version to version; messages may be worded anew.',
  'What can change has an `ETag`. Send it back as `If-None-Match`, and the answer is 304 without a body while nothing has changed; workbooks and evidence packs are then not made again.',
  'Lists come in pages: `limit` says how many, `next` of the answer is the `cursor` of the page that follows, null at the end. The header `Link` has the same as an address, with `rel="next"`.',
  '`Link` also leads to the page that shows what an answer gives (`rel="canonical"`), to its other forms (`rel="alternate"`), to this page (`rel="describedby"`) and to the OpenAPI description (`rel="service-desc"`).',
  'Calls that change something take JSON or a plain form, and only from pages of this site or from scripts. With `Accept: application/json` they answer JSON, else they lead on.',
  'What a call gives is bounded, and says so by an error when a bound is met: 8 deals in a comparison, 250 in a workbook, two downloads of the library at once. A client that has more under way than it may is told so with 429. `Retry-After` stands where waiting helps.',
]
