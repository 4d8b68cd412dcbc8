import type { ReactNode } from 'react'
import { Packed } from '@/components/packed/packed.tsx'

/** What a page shows between the bar and the footer, where the skip link leads. */
export function Page({ className, children }: { className: string; children: ReactNode }) {
  return (
    <Packed>
      <main id="main" tabIndex={-1} className={className}>
        {children}
      </main>
    </Packed>
  )
}
