import { TakeAlongLater } from '@/components/sharing/take-along-later.tsx'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { Footer } from '@/components/shell/footer.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { UploadGate } from '@/components/upload/upload-gate.tsx'
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
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${jetbrains.variable}`} suppressHydrationWarning>
      <head>
        <script src="/first.js" />
      </head>
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        <TopBar />
        {children}
        <Footer />
        <UploadGate />
        <TakeAlongLater />
      </body>
    </html>
  )
}
