// The measure of start-up: a program that does nothing. scripts/bench compares `cnigen build` with it.
