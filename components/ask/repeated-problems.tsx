import { type RepeatedValues, sayRepeated } from '@/lib/server/repeated-values.ts'

/** What the address of a question gives several values, of which none is used. */
export function RepeatedProblems({ repeated }: { repeated: readonly RepeatedValues[] }) {
  if (repeated.length === 0) return null
  return (
    <section className="ask-repeated" aria-label="What is wrong with the address">
      <p role="alert" className="ask-problem">
        {repeated.map(sayRepeated).join(' ')}
      </p>
    </section>
  )
}
