import { listHref, printPlace } from '@/lib/addresses/place-address.ts'
import type { EdgarOrigin, PartCounts } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { edgarFact, type FactPart, listFacts, listMissingFacts } from './deal-facts.ts'
import { listEdgarLinks } from './edgar-address.ts'
import type { LinkPlace } from './place-link.ts'

type Props = {
  home: string
  fetched: EdgarOrigin | null
  report: FilingReport
  lists: PartCounts['lists']
  link: LinkPlace
}

/** Who, when and under which number: each fact leads to its line, and what is not given is said once, quietly. */
export function Facts({ home, fetched, report, lists, link }: Props) {
  const { deal, submission } = report
  const missing = listMissingFacts(deal)
  return (
    <>
      <dl className="facts">
        {[...listFacts(deal, lists, submission), ...edgarFact(listEdgarLinks(report, fetched))].map(
          ({ label, parts, more }) => (
            <div key={`${label} ${parts[0]?.text}`}>
              <dt>
                <Term>{label}</Term>
              </dt>
              <dd>
                {parts.map(part => (
                  <FactText key={`${part.text} ${part.at && printPlace(part.at)}`} {...part} link={link} />
                ))}
                {more && <a href={listHref(home, more.list)}>{more.words}</a>}
              </dd>
            </div>
          ),
        )}
      </dl>
      {missing.length > 0 && <p className="facts-missing">Not given in this filing: {missing.join(', ')}.</p>}
    </>
  )
}

/** Shorter dates and numbers stay on one line: each is read as one thing. */
const unbroken = 20

function FactText({ text, at, href, link }: FactPart & { link: LinkPlace }) {
  if (href)
    return (
      <a href={href} rel="noreferrer" className="whitespace-nowrap">
        {text}
      </a>
    )
  if (!at) return text
  return (
    <a {...link(at)} className={/\d/.test(text) && text.length < unbroken ? 'whitespace-nowrap' : undefined}>
      {text}
    </a>
  )
}
