import { presentAsker } from '@/app/admitted.tsx'
import { TakeAlongLater } from '@/components/sharing/take-along-later.tsx'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { Footer } from '@/components/shell/footer.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { UploadGate } from '@/components/upload/upload-gate.tsx'
import { signOutOf } from '@/lib/access/access-settings.ts'
import { mayDo, mostOf } from '@/lib/access/judge-access.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
})
const jetbrains = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  variable: '--font-jetbrains',
  weight: '100 800',
  preload: false,
})

export const metadata: Metadata = {
  // Pictures of shared links need a whole address.
  metadataBase: new URL(siteOrigin(process.env)),
  title: { default: 'Strata', template: '%s · Strata' },
  description: 'Pool tables of mortgage-backed securities filings, read, proved and shown.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1215' },
  ],
}

/** The frame of every page. A page brings its own `Page`, where the skip link leads. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const asker = await presentAsker()
  const fonts = `${inter.variable} ${jetbrains.variable}`
  return (
    <html lang="en" className={fonts} data-may={mostOf(asker) ?? undefined} suppressHydrationWarning>
      <head>
        <script src="/first.js" />
      </head>
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        <TopBar asker={asker} signOut={signOutOf(process.env)} />
        {children}
        <Footer />
        {mayDo(asker, 'edit') && <UploadGate />}
        <TakeAlongLater />
      </body>
    </html>
  )
}
