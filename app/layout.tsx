import './globals.css'
import type { Metadata } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'

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
  title: { default: 'Strata', template: '%s · Strata' },
  description: 'Pool tables of mortgage-backed securities filings, read, proved and shown.',
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${jetbrains.variable}`}>
      <body>{children}</body>
    </html>
  )
}
