import { useEffect } from 'react';

/**
 * Asks for builds again when what tells of them comes into sight, and when who was in other windows comes back: files may have been
 * moved there, of which nobody tells.
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
