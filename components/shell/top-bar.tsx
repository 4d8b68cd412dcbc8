import type { SignOut } from '@/lib/access/access-settings.ts'
import type { Asker } from '@/lib/access/asker.ts'
import { mayDo } from '@/lib/access/judge-access.ts'
import { Account } from '../access/account.tsx'
import { BrandMark } from './brand.tsx'
import { MoonIcon, SearchIcon, SunIcon, UploadIcon } from './icons.tsx'
import { MainLink } from './main-link.tsx'
import { SearchBox } from './search-box.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

type Props = { asker: Asker | null; signOut: SignOut }

/**
 * The bar over every page: home, search, the library, and the way to add filings; where people sign in, what of it is for
 * whoever asks, and who that is.
 */
export function TopBar({ asker, signOut }: Props) {
  const mayLook = mayDo(asker, 'look')
  return (
    <>
      <header className="sticky top-0 z-30 border-b border-rule bg-paper print:hidden">
        <div className="flex h-12 items-center gap-3 px-4 sm:gap-5 sm:px-8">
          <a
            href="/"
            className="flex h-8 shrink-0 items-center gap-2 text-[0.9375rem] font-bold tracking-tight text-ink no-underline"
          >
            <BrandMark />
            Strata
          </a>
          {mayLook && <TopSearch />}
          <nav aria-label="Main" className="ml-auto flex items-center gap-1">
            <span className="contents max-sm:hidden">{mayLook && <MainLinks />}</span>
            <ThemeToggle>
              <MoonIcon className="dark:hidden" />
              <SunIcon className="hidden dark:block" />
            </ThemeToggle>
            {mayDo(asker, 'edit') && <UploadButton />}
            {asker && <Account asker={asker} signOut={signOut} />}
          </nav>
        </div>
      </header>
      {mayLook && (
        <nav aria-label="Pages" className="flex gap-1 border-b border-rule px-2 sm:hidden print:hidden">
          <MainLinks />
        </nav>
      )}
    </>
  )
}

/** Where the bar has no room for them, they stand below it and scroll away. */
function MainLinks() {
  return (
    <>
      <MainLink href="/">Library</MainLink>
      <MainLink href="/compare">Compare</MainLink>
      <MainLink href="/trends">Trends</MainLink>
    </>
  )
}

/** Search from any page. The library brings a field of its own, and then this one steps back (globals.css). */
function TopSearch() {
  return (
    <search data-top-search className="min-w-0 flex-1 sm:max-w-[438px]">
      <form action="/" method="get">
        <div className="field h-8">
          <SearchIcon className="text-ink-3" />
          <SearchBox label="Search deals, series and parties" />
          <kbd className="key max-sm:hidden">/</kbd>
        </div>
      </form>
    </search>
  )
}

/** A link to the form of the library page; with JavaScript it opens the file chooser where the reader is. */
function UploadButton() {
  return (
    <a href="/#add" data-choose="files" className="button button-strong ml-1 max-sm:w-8 max-sm:px-0 sm:ml-3">
      <UploadIcon />
      <span className="max-sm:sr-only">Upload</span>
    </a>
  )
}
