'use client'
import { usePathname } from 'next/navigation'

/** The link to the library, marked when it is where the reader is. */
export function LibraryLink() {
  const here = usePathname() === '/'
  return (
    <a href="/" aria-current={here ? 'page' : undefined} className="nav-link max-sm:hidden">
      Library
    </a>
  )
}
