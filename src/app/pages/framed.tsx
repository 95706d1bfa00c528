import { Outlet } from 'react-router'
import type { Route } from './+types/framed.ts'
import { ErrorPage } from './error-page.tsx'

/** Lies between a frame and its pages, so that an error is shown inside the frame. */
export default function Framed() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} framed />
}
