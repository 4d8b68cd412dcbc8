import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'

/** A tick or a cross; the word or figure beside it says the rest. */
export function OutcomeIcon({ passes, size = 12 }: { passes: boolean; size?: number }) {
  return passes ? (
    <CheckIcon size={size} className="inline text-pass" />
  ) : (
    <CrossIcon size={size} className="inline text-fail" />
  )
}

/** A figure whose cents, the rarely needed part, are grey. Figures that are not money keep their decimals. */
export function Figure({ text, isMoney }: { text: string; isMoney: boolean }) {
  const point = isMoney ? text.indexOf('.') : -1
  if (point < 0) return text
  return (
    <>
      {text.slice(0, point)}
      <i>{text.slice(point)}</i>
    </>
  )
}
