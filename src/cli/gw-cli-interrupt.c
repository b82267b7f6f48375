/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+C in work that keeps what it has. */
#include "config.h"

#include "gw-cli-interrupt.h"

#include <signal.h>

/* A lock-free atomic may be written in a signal handler. */
static atomic_int is_interrupted;

static void
on_interrupt (int number)
{
  atomic_store (&is_interrupted, 1);
}

const atomic_int *
gw_cli_interrupt_begin (void)
{
  struct sigaction action = { .sa_handler = on_interrupt, .sa_flags = SA_RESTART | SA_RESETHAND };

  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
  return &is_interrupted;
}

void
gw_cli_interrupt_end (void)
{
  struct sigaction action = { .sa_handler = SIG_DFL };

  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
}

gboolean
gw_cli_was_interrupted (void)
{
  return atomic_load (&is_interrupted) != 0;
}
