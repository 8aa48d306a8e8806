/* The threads that help: they take part in every round of a search. */
#include "search.h"

static int wait_for_round(search *s, int seen) {
    pthread_mutex_lock(&s->lock);
    while (s->round == seen && !s->is_over) pthread_cond_wait(&s->changed, &s->lock);
    int is_over = s->is_over;
    pthread_mutex_unlock(&s->lock);
    return !is_over;
}

static void end_round(search *s) {
    pthread_mutex_lock(&s->lock);
    s->active--;
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

static void on_error(void *info) { longjmp(((worker *)info)->failed, 1); }

static int on_text(void *info, const char *text) { return info != NULL || text != NULL; }

/* A thread that helps: takes part in every round. */
static void *help(void *info) {
    search *s = info;
    worker w = {.search = s};
    volatile int round = s->helpers_from;
    glp_init_env();
    glp_term_hook(on_text, s);
    glp_error_hook(on_error, &w);
    if (setjmp(w.failed)) {
        stop(s, CGLPK_FAILED);
        w.has_failed = 1;
    } else {
        make_worker(&w, s);
        begin_parts(&w);
        enlist(&w);
    }
    while (wait_for_round(s, round)) {
        round++;
        if (!w.has_failed) {
            if (setjmp(w.failed)) {
                stop(s, CGLPK_FAILED);
                w.has_failed = 1;
                leave_host(&w);
            } else {
                work(&w);
            }
        }
        end_round(s);
    }
    glp_free_env();
    return NULL;
}

/* Has the helpers take part in a round. */
void begin_round(search *s) {
    pthread_mutex_lock(&s->lock);
    s->round++;
    s->active = s->helper_count;
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
}

/* Waits until all helpers are done with the round. */
void wait_for_helpers(search *s) {
    pthread_mutex_lock(&s->lock);
    while (s->active > 0) pthread_cond_wait(&s->changed, &s->lock);
    pthread_mutex_unlock(&s->lock);
}

/* Starts the threads that help, where the caller wants more than its own. */
void start_helpers(search *s) {
    const cglpk_options *o = s->options;
    int wanted = (o->threads < o->tasks ? o->threads : o->tasks) - 1;
    if (wanted < 1) return;
    s->helpers = claim(s, wanted * sizeof(pthread_t));
    s->helpers_from = s->round;
    while (s->helper_count < wanted
           && pthread_create(&s->helpers[s->helper_count], NULL, help, s) == 0) s->helper_count++;
}

/* Ends the threads that help, where there are any. */
void dismiss_helpers(search *s) {
    wait_for_helpers(s);
    pthread_mutex_lock(&s->lock);
    s->is_over = 1;
    pthread_cond_broadcast(&s->changed);
    pthread_mutex_unlock(&s->lock);
    for (int i = 0; i < s->helper_count; i++) pthread_join(s->helpers[i], NULL);
    s->helper_count = 0;
}
