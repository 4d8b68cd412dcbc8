import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format/index.ts'
import { type DealRecord, nameFiling } from '@/lib/library/index.ts'

/** What can be changed of a deal, and of the filing that the page shows, by its SHA-256: plain forms in a plain disclosure, so they work without scripts. */
export function DealTools({ deal, shown }: { deal: DealRecord; shown: string }) {
  const { slug, name, filings, summary } = deal
  const call = `/api/deals/${slug}`
  const own = filings.find(({ sha256 }) => sha256 === shown)
  return (
    <details className="menu tools" name="menu">
      <summary className="button">Edit</summary>
      <div className="menu-list">
        <Field call={`${call}/name`} label="Name" name="name" value={name} most={200}>
          {summary.filedName && <p>By its filing: {summary.filedName}. Leave the field empty to use that.</p>}
        </Field>
        <Field call={`${call}/tags`} label="Tags" name="tags" value={summary.tags.join(', ')} most={800}>
          <p>Commas between them. The library can be narrowed to a tag.</p>
        </Field>
        <form action={`${call}/notes`} method="post">
          <label htmlFor="tools-note">Note on the deal</label>
          <textarea id="tools-note" name="text" rows={2} required maxLength={2000} />
          <button type="submit" className="button">
            Add
          </button>
        </form>
        {own && filings.length > 1 && (
          <form action="/api/bin" method="post">
            <input type="hidden" name="filing" value={own.sha256} />
            <button type="submit" className="button">
              Delete this filing alone
            </button>
            <p>The {nameFiling(own, deal)}; the other filings of the deal stay.</p>
          </form>
        )}
        <form action="/api/bin" method="post">
          <input type="hidden" name="deals" value={slug} />
          <button type="submit" className="button">
            {filings.length === 1
              ? 'Delete this deal'
              : `Delete this deal and its ${formatCount(filings.length)} filings`}
          </button>
        </form>
      </div>
    </details>
  )
}

type FieldProps = {
  call: string
  label: string
  name: string
  value: string
  most: number
  children: ReactNode
}

function Field({ call, label, name, value, most, children }: FieldProps) {
  return (
    <form action={call} method="post">
      <label htmlFor={`tools-${name}`}>{label}</label>
      <input id={`tools-${name}`} name={name} defaultValue={value} maxLength={most} autoComplete="off" />
      <button type="submit" className="button">
        Save
      </button>
      {children}
    </form>
  )
}
