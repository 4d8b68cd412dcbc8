import type { Exhibit, ExhibitMedium } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

const mediumNames: Record<ExhibitMedium, string> = {
  included: 'in the file',
  paper: 'on paper, Form SE',
  graphic: 'a picture',
  missing: 'not in the file',
}

/** Exhibits that the filing lists, one after another; a number may be listed twice. */
export function ExhibitCards({ exhibits, link }: { exhibits: Exhibit[]; link: LinkPlace }) {
  const cards = exhibits.map((exhibit, order) => ({ id: `exhibit ${order}`, exhibit }))
  return cards.map(({ id, exhibit }) => <ExhibitCard key={id} exhibit={exhibit} link={link} />)
}

/** One of them: what it is, who prepared it, where it is listed and whether it is there. */
function ExhibitCard({ exhibit, link }: { exhibit: Exhibit; link: LinkPlace }) {
  const { number, description, medium, preparedBy } = exhibit
  const listed = number?.at ?? description?.at
  return (
    <article className="exhibit">
      <PaperSheet isEmpty={medium?.value !== 'included'} />
      <div>
        <h3>{[number && `Exhibit ${number.value}`, description?.value].filter(Boolean).join(': ')}</h3>
        {preparedBy && (
          <p>
            Prepared by <a {...link(preparedBy.at)}>{preparedBy.value}</a>
            {!preparedBy.value.endsWith('.') && '.'}
          </p>
        )}
        {listed && (
          <p>
            Listed at <a {...link(listed)}>line {listed.line}</a>.
          </p>
        )}
      </div>
      {medium && <span className="exhibit-medium">{mediumNames[medium.value]}</span>}
    </article>
  )
}

/** A sheet with a folded corner; its lines are dashed when the file holds only the exhibit's name. */
function PaperSheet({ isEmpty }: { isEmpty: boolean }) {
  return (
    <svg width="56" height="72" viewBox="0 0 56 72" aria-hidden="true" fill="none" stroke="var(--rule-2)">
      <path d="M1.5 1.5h40l13 13v56h-53zM41.5 1.5v13h13" />
      <path d="M11 30h34M11 39h34M11 48h20" strokeDasharray={isEmpty ? '4 3' : undefined} />
    </svg>
  )
}
