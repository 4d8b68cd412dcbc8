import type { ReactNode } from 'react'
import { EvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { CheckIcon, ChevronRightIcon, CrossIcon, InfoIcon } from '@/components/shell/icons.tsx'
import { printPlace } from '@/lib/addresses/place-address.ts'
import type { Evidence, EvidenceCheck } from '@/lib/evidence/describe-place.ts'
import type { Place } from '@/lib/report.ts'

type Props = {
  evidence: Evidence
  /** Where the line of a check is shown. */
  hrefOf: (at: Place) => string
  /** Buttons at the end of the first row. */
  actions?: ReactNode
  /** What opens to the reasons of the reading. */
  why?: ReactNode
  /** Where the certificate of a figure is. */
  certificateOf: (at: Place) => string
}

/** How a figure was read: where it belongs, what it says, where it is printed, and every check that counts it. */
export function EvidenceHeading({ evidence, hrefOf, actions, why, certificateOf }: Props) {
  const isFigure = evidence.kind === 'value' || evidence.kind === 'statistic'
  return (
    <div className="evidence">
      <div className="evidence-path">
        <Path steps={evidence.path} />
        {actions}
      </div>
      <p className={isProse(evidence) ? 'evidence-figure evidence-prose' : 'evidence-figure'}>
        {evidence.printed && <strong>{evidence.printed}</strong>}
        <a href={hrefOf(evidence.at)}>{sayPlace(evidence.at)}</a>
      </p>
      <Checks evidence={evidence} hrefOf={hrefOf} />
      <div>
        {isFigure && <EvidenceButton href={certificateOf(evidence.at)} />}
        {why}
      </div>
    </div>
  )
}

function Path({ steps }: { steps: string[] }) {
  return (
    <ol className="evidence-steps" aria-label="Where the figure belongs">
      {steps.map((step, index) => (
        <li key={steps.slice(0, index + 1).join('›')}>
          {index > 0 && <ChevronRightIcon size={14} />}
          <span title={step}>{step}</span>
        </li>
      ))}
    </ol>
  )
}

/** Longer than any figure: a note or a name, to be set as text. */
function isProse({ printed }: Evidence): boolean {
  return (printed?.length ?? 0) > 40
}

/** `line 105, columns 47 to 60`: the last column is the last one printed in. */
function sayPlace({ line, start, end, lastLine }: Place): string {
  if (lastLine !== undefined && lastLine !== line) return `lines ${line} to ${lastLine}`
  return end - start > 1 ? `line ${line}, columns ${start} to ${end - 1}` : `line ${line}, column ${start}`
}

function Checks({ evidence, hrefOf }: Pick<Props, 'evidence' | 'hrefOf'>) {
  if (evidence.checks.length === 0) {
    return (
      <p className="evidence-none">
        <InfoIcon size={12} />
        {evidence.reason ?? sayUnchecked(evidence)}
      </p>
    )
  }
  return (
    <ul className="evidence-checks">
      {evidence.checks.map(check => (
        <CheckLine key={`${check.at.line}-${check.sentence}`} {...check} hrefOf={hrefOf} />
      ))}
    </ul>
  )
}

function CheckLine({ outcome, sentence, at, hrefOf }: EvidenceCheck & Pick<Props, 'hrefOf'>) {
  const passes = outcome === 'pass'
  return (
    <li className={passes ? undefined : 'fails'}>
      {passes ? <CheckIcon size={12} className="text-pass" /> : <CrossIcon size={12} className="text-fail" />}
      <span>
        <span className="sr-only">{passes ? 'Passes: ' : 'Fails: '}</span>
        <a href={hrefOf(at)} data-at={printPlace(at)}>
          {sentence}
        </a>
      </span>
    </li>
  )
}

function sayUnchecked({ kind }: Evidence): string {
  if (kind === 'text') return 'Nothing was read from these words.'
  if (kind === 'value' || kind === 'statistic')
    return 'The filing prints nothing to compare this figure with.'
  return 'Words, not a figure: there is nothing to add up.'
}
