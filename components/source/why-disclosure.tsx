import type { ReactNode } from 'react'
import { ChevronRightIcon } from '@/components/shell/icons.tsx'

type Props = { children: ReactNode; onToggle?: (isOpen: boolean) => void }

/** "Why this reading": a line that opens to the reasons. */
export function WhyDisclosure({ children, onToggle }: Props) {
  return (
    <details className="why" onToggle={onToggle && (({ currentTarget }) => onToggle(currentTarget.open))}>
      <summary>
        <ChevronRightIcon size={12} />
        Why this reading
      </summary>
      {children}
    </details>
  )
}
