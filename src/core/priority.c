/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/priority.h"

#include <sys/resource.h>

/* POSIX gives a process one niceness; to Linux 0 is the calling thread. */
#ifdef __linux__

int
vw_priority_niceness (void)
{
  return getpriority (PRIO_PROCESS, 0);
}

void
vw_priority_lower (int niceness)
{
  if (niceness > vw_priority_niceness ())
    setpriority (PRIO_PROCESS, 0, niceness);
}

#else

int
vw_priority_niceness (void)
{
  return 0;
}

void
vw_priority_lower (int niceness)
{
}

#endif
