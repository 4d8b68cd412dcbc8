import type { Reason } from '@/lib/evidence/pick-reasons.ts'

/** Why a figure was read so: a line for each question about its table and column, with what was turned down. */
export function WhyList({ reasons }: { reasons: Reason[] }) {
  return (
    <section className="why-box" data-source-text aria-label="Why this reading" tabIndex={0}>
      <dl className="why-list">
        {reasons.map(({ key, about, answer, because, turnedDown }) => (
          <div key={key}>
            <dt>{about}</dt>
            <dd>
              <strong>{answer}.</strong> {because.join(' ')}
              {turnedDown.map(({ answer: other, why }) => (
                <p key={other}>
                  Not <b>{other}</b>: {why}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What is said in place of reasons. */
export const noReasons = {
  tooLong: 'This filing is too long to be read again here; npm run read with --explain tells it.',
  none: 'No more is known about how this was read.',
} as const
