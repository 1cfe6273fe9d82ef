"""Personal data, safeguarding and preflight checks: answers to findings and masked answers; pure."""
