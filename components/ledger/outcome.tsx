import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { PrintedFigure } from '@/components/table/printed-figure.tsx'

/** A tick or a cross; the word or figure beside it says the rest. */
export function OutcomeIcon({ passes, size = 12 }: { passes: boolean; size?: number }) {
  return passes ? (
    <CheckIcon size={size} className="inline text-pass" />
  ) : (
    <CrossIcon size={size} className="inline text-fail" />
  )
}

/** A figure; of money the cents are grey, others keep their decimals. */
export function Figure({ text, isMoney }: { text: string; isMoney: boolean }) {
  return isMoney ? <PrintedFigure text={text} /> : text
}
