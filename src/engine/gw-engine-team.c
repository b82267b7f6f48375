/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gw-engine-team.h. Two barriers a round: after the first the caller confers, after the second
 * all go on.
 */
#include "gw-engine-team.h"

#include <pthread.h>

typedef struct
{
  const GwEngineTeam *team;
  pthread_barrier_t barrier;
  bool goes_on; /* written between the barriers by the caller, read by all after them */

  /* Threads wait here until all of them have come (1), or one could not be had (-1). */
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int gate; /* under mutex */
} Meeting;

typedef struct
{
  Meeting *meeting;
  int32_t number;
} Member;

static int
wait_at_gate (Meeting *meeting)
{
  int gate;

  pthread_mutex_lock (&meeting->mutex);
  while (meeting->gate == 0)
    pthread_cond_wait (&meeting->changed, &meeting->mutex);
  gate = meeting->gate;
  pthread_mutex_unlock (&meeting->mutex);
  return gate;
}

static void
open_gate (Meeting *meeting, int gate)
{
  pthread_mutex_lock (&meeting->mutex);
  meeting->gate = gate;
  pthread_cond_broadcast (&meeting->changed);
  pthread_mutex_unlock (&meeting->mutex);
}

static void *
take_part (void *data)
{
  Member *member = data;
  Meeting *meeting = member->meeting;
  const GwEngineTeam *team = meeting->team;

  if (wait_at_gate (meeting) < 0)
    return NULL;
  for (int32_t round = 0;; round++)
    {
      team->work (team->data, member->number, round);
      pthread_barrier_wait (&meeting->barrier);
      if (member->number == 0)
        meeting->goes_on = team->confer (team->data, round);
      pthread_barrier_wait (&meeting->barrier);
      if (!meeting->goes_on)
        return NULL;
    }
}

static bool
start (Meeting *meeting, int32_t n)
{
  pthread_t threads[GW_ENGINE_TEAM_MAX];
  Member members[GW_ENGINE_TEAM_MAX];
  int32_t started = 1;

  for (int32_t i = 0; i < n; i++)
    members[i] = (Member){ meeting, i };
  for (; started < n; started++)
    if (pthread_create (&threads[started], NULL, take_part, &members[started]) != 0)
      break;
  /* All or none: a thread that does not come would be waited for at the barrier. */
  open_gate (meeting, started == n ? 1 : -1);
  take_part (&members[0]);
  for (int32_t i = 1; i < started; i++)
    pthread_join (threads[i], NULL);
  return started == n;
}

bool
gw_engine_team_run (const GwEngineTeam *team)
{
  Meeting meeting = { .team = team };
  bool done;

  if (pthread_barrier_init (&meeting.barrier, NULL, (unsigned) team->n_members) != 0)
    return false;
  pthread_mutex_init (&meeting.mutex, NULL);
  pthread_cond_init (&meeting.changed, NULL);
  done = start (&meeting, team->n_members);
  pthread_cond_destroy (&meeting.changed);
  pthread_mutex_destroy (&meeting.mutex);
  pthread_barrier_destroy (&meeting.barrier);
  return done;
}
