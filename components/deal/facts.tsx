import { listHref, printPlace } from '@/lib/evidence/place-address.ts'
import type { PartCounts } from '@/lib/library/index.ts'
import type { Deal } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { type FactPart, listFacts, listMissingFacts } from './deal-facts.ts'
import type { LinkPlace } from './place-link.ts'

type Props = { home: string; deal: Deal; lists: PartCounts['lists']; link: LinkPlace }

/** Who, when and under which number: each fact leads to its line, and what is not given is said once, quietly. */
export function Facts({ home, deal, lists, link }: Props) {
  const missing = listMissingFacts(deal)
  return (
    <>
      <dl className="facts">
        {listFacts(deal, lists).map(({ label, parts, more }) => (
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
        ))}
      </dl>
      {missing.length > 0 && <p className="facts-missing">Not given in this filing: {missing.join(', ')}.</p>}
    </>
  )
}

/** Shorter dates and numbers stay on one line: each is read as one thing. */
const unbroken = 20

function FactText({ text, at, link }: FactPart & { link: LinkPlace }) {
  if (!at) return text
  return (
    <a {...link(at)} className={/\d/.test(text) && text.length < unbroken ? 'whitespace-nowrap' : undefined}>
      {text}
    </a>
  )
}
