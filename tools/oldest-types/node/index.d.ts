// Whoever refers to the types of "node" gets those of the oldest Node this code runs on.
/// <reference path="../../../node_modules/@types/node-20/index.d.ts" />
