import type { ReactNode } from 'react'
import { packElements } from './pack-elements.ts'
import { Unpacked } from './unpacked.tsx'

/** What stands in it, sent to the browser as one string in place of thousands of elements, see `packElements`. */
export function Packed({ children }: { children: ReactNode }) {
  return <Unpacked {...packElements(children)} />
}
