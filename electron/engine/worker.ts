/** Entry of the engine's worker threads. */
export {};
