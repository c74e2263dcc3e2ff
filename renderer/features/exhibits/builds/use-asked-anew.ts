import { useEffect } from 'react';

/**
 * Asks for builds again when the component that shows them becomes visible, and when the user returns from other windows: files may be
 * moved there, which nothing reports.
 */
export function useAskedAnew(ask: (options: { cancelRefetch: boolean }) => unknown): void {
  useEffect(() => {
    // What is being asked already, as at first, is not asked twice.
    const askAnew = () => void ask({ cancelRefetch: false });
    askAnew();
    window.addEventListener('focus', askAnew);
    return () => window.removeEventListener('focus', askAnew);
  }, [ask]);
}
