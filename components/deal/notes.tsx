import { readPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { DealRecord, Note } from '@/lib/library/index.ts'
import { linkPlacesOf } from './place-link.ts'

/** So many notes stand on the page; all of them are in what `/api/deals/{slug}` answers. */
const mostShown = 50

/** What people noted on the deal and on its figures; nothing where nobody did. */
export function Notes({ deal, shown }: { deal: DealRecord; shown: string }) {
  const { notes } = deal
  if (notes.length === 0) return null
  return (
    <section className="deal-notes" id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <NoteList slug={deal.slug} notes={notes.slice(-mostShown)} shown={shown} />
      {notes.length > mostShown && (
        <p>
          The latest {formatCount(mostShown)} of {formatCount(notes.length)} notes.
        </p>
      )}
    </section>
  )
}

type ListProps = {
  slug: string
  notes: Note[]
  /** SHA-256 of the filing that the page shows: places in it open beside the page. */
  shown: string | null
}

export function NoteList({ slug, notes, shown }: ListProps) {
  return (
    <ul>
      {notes.map(note => (
        <li key={note.id}>
          <p className="note-text">{note.text}</p>
          <div className="note-about">
            <NotePlace slug={slug} note={note} shown={shown} />
            <span>{formatDate(note.writtenAt.slice(0, 10))}</span>
            <EditNote slug={slug} note={note} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What the note is on, the way to it. */
function NotePlace({ slug, note, shown }: { slug: string; note: Note; shown: string | null }) {
  const at = readPlace(note.at)
  if (note.filing === null || at === null) return null
  const link =
    note.filing === shown ? linkPlacesOf(slug, note.filing)(at) : { href: sourceHref(slug, note.filing, at) }
  return <a {...link}>{note.says ?? `Line ${formatCount(at.line)}`}</a>
}

function EditNote({ slug, note: { id, text } }: { slug: string; note: Note }) {
  return (
    <details>
      <summary>Edit</summary>
      <form className="note-form" action={`/api/deals/${slug}/notes/${id}`} method="post">
        <label htmlFor={`note-${id}`}>Note; save it empty to delete it</label>
        <textarea id={`note-${id}`} name="text" rows={3} maxLength={2000} defaultValue={text} />
        <button type="submit" className="button">
          Save
        </button>
      </form>
    </details>
  )
}

/** A form for a note on a place of a filing. */
export function AddPlaceNote({ slug, filing, at }: { slug: string; filing: string; at: string }) {
  return (
    <form id="note" className="note-form" action={`/api/deals/${slug}/notes`} method="post">
      <input type="hidden" name="filing" value={filing} />
      <input type="hidden" name="at" value={at} />
      <label htmlFor="note-text">Note on this place</label>
      <textarea id="note-text" name="text" rows={1} required maxLength={2000} />
      <button type="submit" className="button">
        Add
      </button>
    </form>
  )
}
